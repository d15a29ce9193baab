//! An MP4 file around one H.264 track (ISO/IEC 14496-12 and -15), index first, so that it plays
//! while it loads.

use super::h264::Stream;

/// Puts a stream into a file. `width` and `height` are those to be displayed.
pub fn write(stream: &Stream, width: u32, height: u32, fps: u32) -> Vec<u8> {
    let mut file = Mp4 {
        bytes: Vec::with_capacity(stream.samples.len() + 4096),
    };
    file.put(b"ftyp", |file| {
        file.raw(b"isom").u32(0x200).raw(b"isomiso2avc1mp41");
    });
    let offset = file.movie(stream, width, height, fps);
    file.put(b"mdat", |_| {});
    let mdat = file.bytes.len();
    file.bytes[offset..offset + 4].copy_from_slice(&(mdat as u32).to_be_bytes());
    let size = (8 + stream.samples.len()) as u32;
    file.bytes[mdat - 8..mdat - 4].copy_from_slice(&size.to_be_bytes());
    file.bytes.extend_from_slice(&stream.samples);
    file.bytes
}

/// The file so far. Each method appends.
struct Mp4 {
    bytes: Vec<u8>,
}

impl Mp4 {
    fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(bytes);
        self
    }

    fn u16(&mut self, value: u32) -> &mut Self {
        self.raw(&(value as u16).to_be_bytes())
    }

    fn u32(&mut self, value: u32) -> &mut Self {
        self.raw(&value.to_be_bytes())
    }

    fn zeros(&mut self, count: usize) -> &mut Self {
        self.bytes.resize(self.bytes.len() + count, 0);
        self
    }

    /// A box with what `content` writes in it.
    fn put(&mut self, kind: &[u8; 4], content: impl FnOnce(&mut Self)) {
        let start = self.bytes.len();
        self.u32(0).raw(kind);
        content(self);
        let size = (self.bytes.len() - start) as u32;
        self.bytes[start..start + 4].copy_from_slice(&size.to_be_bytes());
    }

    /// The unity transformation.
    fn matrix(&mut self) -> &mut Self {
        for value in [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000] {
            self.u32(value);
        }
        self
    }

    /// Writes the index and returns where the offset of the samples goes.
    fn movie(&mut self, stream: &Stream, width: u32, height: u32, fps: u32) -> usize {
        let duration = stream.sizes.len() as u32;
        let mut offset = 0;
        self.put(b"moov", |file| {
            file.put(b"mvhd", |file| {
                // No times of creation: the same numbers make the same file.
                file.u32(0).zeros(8).u32(fps).u32(duration);
                file.u32(0x1_0000).u16(0x100).zeros(10); // normal speed and volume
                file.matrix().zeros(24).u32(2); // next_track_ID
            });
            file.put(b"trak", |file| {
                file.put(b"tkhd", |file| {
                    file.u32(7).zeros(8).u32(1).u32(0).u32(duration); // enabled, track 1
                    file.zeros(16).matrix().u32(width << 16).u32(height << 16);
                });
                file.put(b"mdia", |file| {
                    file.put(b"mdhd", |file| {
                        const UNDETERMINED_LANGUAGE: u32 = 0x55c4;
                        file.u32(0).zeros(8).u32(fps).u32(duration);
                        file.u16(UNDETERMINED_LANGUAGE).u16(0);
                    });
                    file.put(b"hdlr", |file| {
                        file.u32(0).u32(0).raw(b"vide").zeros(12).raw(b"video\0");
                    });
                    file.put(b"minf", |file| {
                        file.put(b"vmhd", |file| {
                            file.u32(1).zeros(8);
                        });
                        file.put(b"dinf", |file| {
                            file.put(b"dref", |file| {
                                file.u32(0).u32(1);
                                // The samples are in this file.
                                file.put(b"url ", |file| {
                                    file.u32(1);
                                });
                            });
                        });
                        file.put(b"stbl", |file| offset = file.sample_table(stream));
                    });
                });
            });
        });
        offset
    }

    /// Writes what each sample is and where; all of them are one chunk.
    fn sample_table(&mut self, stream: &Stream) -> usize {
        let count = stream.sizes.len() as u32;
        self.put(b"stsd", |file| {
            file.u32(0).u32(1);
            file.put(b"avc1", |file| file.sample_entry(stream));
        });
        self.put(b"stts", |file| {
            file.u32(0).u32(1).u32(count).u32(1);
        });
        self.put(b"stss", |file| {
            file.u32(0).u32(count.div_ceil(stream.key_interval));
            for key in (1..=count).step_by(stream.key_interval as usize) {
                file.u32(key);
            }
        });
        self.put(b"stsc", |file| {
            file.u32(0).u32(1).u32(1).u32(count).u32(1);
        });
        self.put(b"stsz", |file| {
            file.u32(0).u32(0).u32(count);
            for size in &stream.sizes {
                file.u32(*size);
            }
        });
        let mut offset = 0;
        self.put(b"stco", |file| {
            file.u32(0).u32(1);
            offset = file.bytes.len();
            file.u32(0);
        });
        offset
    }

    fn sample_entry(&mut self, stream: &Stream) {
        let parameters = &stream.parameters;
        self.zeros(6).u16(1).zeros(16); // data_reference_index
        self.u16(parameters.width).u16(parameters.height);
        self.u32(0x48_0000).u32(0x48_0000).u32(0); // 72 dots per inch
        self.u16(1).zeros(32).u16(0x18).u16(0xffff); // one frame a sample, no name, 24 bits
        self.put(b"avcC", |file| {
            file.raw(&[1]).raw(&parameters.sequence[1..4]);
            file.raw(&[0xff]); // lengths have four bytes
            file.raw(&[0xe1]).u16(parameters.sequence.len() as u32);
            file.raw(&parameters.sequence);
            file.raw(&[1]).u16(parameters.picture.len() as u32);
            file.raw(&parameters.picture);
        });
        self.put(b"colr", |file| {
            file.raw(b"nclx").u16(1).u16(1).u16(1).raw(&[0]); // BT.709, limited range
        });
    }
}
