//! What the pictures show, as a grid of flat tiles: one tile is one macroblock of the video.

use std::ops::Range;

use super::seed::mix;

/// The colour of a tile: BT.709, limited range, as it stands in the video.
///
/// Luma and chroma stay within 16..=240, and chroma is even: the step that the video can code
/// exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    pub y: u8,
    pub cb: u8,
    pub cr: u8,
}

const BAR_DONE: Tile = Tile {
    y: 235,
    cb: 128,
    cr: 128,
};
const BAR_LEFT: Tile = Tile {
    y: 40,
    cb: 128,
    cr: 128,
};

/// How many colours the background runs through before it repeats.
const SHADES: usize = 512;

/// How far the background drifts in a frame, where 65 536 is once through all its colours.
const DRIFT: u32 = 40;

/// A film of tiles.
pub struct Scene {
    columns: u32,
    rows: u32,
    frames: u32,
    seed: u64,
    shades: Vec<Tile>,
    block: Tile,
    /// How far into the background's colours each column and row is.
    column_phase: Vec<u32>,
    row_phase: Vec<u32>,
}

impl Scene {
    pub fn new(columns: u32, rows: u32, frames: u32, seed: u64) -> Self {
        let random = |salt: u64, from: u8, to: u8| {
            from + (mix(seed ^ mix(salt)) % u64::from(to - from)) as u8
        };
        let colour = |salt: u64, dark: u8, bright: u8| Tile {
            y: random(salt, dark, bright),
            cb: random(salt + 1, 64, 192) & !1,
            cr: random(salt + 2, 64, 192) & !1,
        };
        let stops = [
            colour(10, 60, 100),
            colour(20, 150, 190),
            colour(30, 100, 150),
        ];
        let spread = |salt: u64, count: u32| {
            let reach = 0x3000 + u64::from(random(salt, 0, 255)) * 0x40;
            (0..u64::from(count))
                .map(|at| (at * reach / u64::from(count)) as u32)
                .collect()
        };
        Self {
            columns,
            rows,
            frames,
            seed,
            shades: shades(&stops),
            block: Tile {
                y: 215,
                cb: 0_u8.wrapping_sub(stops[1].cb),
                cr: 0_u8.wrapping_sub(stops[1].cr),
            },
            column_phase: spread(40, columns),
            row_phase: spread(50, rows),
        }
    }

    pub fn columns(&self) -> u32 {
        self.columns
    }

    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The picture at `number`, counted from 0.
    pub fn frame(&self, number: u32) -> Frame<'_> {
        let size = self.columns.min(self.rows) / 4;
        let along = |salt: u64, room: u32| {
            let random = mix(self.seed ^ mix(salt));
            let period = 40 + (random % 60) as u32;
            let start = back_and_forth(
                number.wrapping_add((random >> 32) as u32 % 1000),
                period,
                room - size,
            );
            start..start + size
        };
        // The last row shows the progress, where a row can be spared.
        let bar = if self.rows >= 4 {
            self.rows - 1
        } else {
            u32::MAX
        };
        let done = u64::from(number + 1) * u64::from(self.columns) / u64::from(self.frames);
        Frame {
            scene: self,
            drift: number.wrapping_mul(DRIFT),
            block_columns: along(60, self.columns),
            block_rows: along(70, self.rows),
            bar,
            done: done as u32,
        }
    }
}

/// One picture of a [`Scene`].
pub struct Frame<'a> {
    scene: &'a Scene,
    drift: u32,
    block_columns: Range<u32>,
    block_rows: Range<u32>,
    bar: u32,
    done: u32,
}

impl Frame<'_> {
    pub fn tile(&self, column: u32, row: u32) -> Tile {
        if row == self.bar {
            return if column < self.done {
                BAR_DONE
            } else {
                BAR_LEFT
            };
        }
        let scene = self.scene;
        if self.block_columns.contains(&column) && self.block_rows.contains(&row) {
            return scene.block;
        }
        let phase = scene.column_phase[column as usize]
            .wrapping_add(scene.row_phase[row as usize])
            .wrapping_add(self.drift);
        scene.shades[(phase >> 7) as usize % SHADES]
    }
}

/// Goes from 0 to `room` and back, each way in `period` steps.
fn back_and_forth(step: u32, period: u32, room: u32) -> u32 {
    let step = step % (2 * period);
    step.min(2 * period - step) * room / period
}

/// Runs from each stop to the next, and from the last back to the first.
fn shades(stops: &[Tile; 3]) -> Vec<Tile> {
    let between = |from: u8, to: u8, part: usize| {
        let sum = usize::from(from) * (SHADES - part) + usize::from(to) * part;
        (sum / SHADES) as u8
    };
    (0..SHADES)
        .map(|at| {
            let (stop, part) = (at * stops.len() / SHADES, at * stops.len() % SHADES);
            let (from, to) = (stops[stop], stops[(stop + 1) % stops.len()]);
            Tile {
                y: between(from.y, to.y, part),
                cb: between(from.cb, to.cb, part) & !1,
                cr: between(from.cr, to.cr, part) & !1,
            }
        })
        .collect()
}
