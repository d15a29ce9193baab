// What only the package for Node has of the client.

import type { CallOptions, Job as JobFields, Options } from "./types.js";

/** Options that are absent come from `SORAKIT_*` variables. `credential_file` names a store. */
export interface PlatformOptions extends Partial<Options> {}

/** How far a transfer is. */
export interface TransferProgress {
  /** Bytes so far, with those of an earlier attempt. */
  done: number;
  /** Bytes in all, when the server says it. */
  total: number | null;
}

/** How a file is downloaded. */
export interface DownloadOptions extends CallOptions {
  /** Told how far it is, at most twenty times a second. What it throws is a warning. */
  onProgress?: (progress: TransferProgress) => void;
}

/** How one of several videos or images is downloaded. */
export interface ImageDownloadOptions extends DownloadOptions {
  /**
   * Its number, counted from 0.
   *
   * @default 0
   */
  index?: number;
}

/** Where a file goes: text, a `file:` URL, or bytes for a path that is no text. */
export type Path = string | URL | Uint8Array;

/** A file that was downloaded and checked. */
export interface Download {
  /** Where it is, as it was given. */
  path: Path;
  /** Its length in bytes. */
  bytes: number;
  /** What it is, by its content. */
  media_type: string;
  /** What the file itself says, when it is an MP4 or a QuickTime; `duration` is in seconds. */
  video: {
    width: number;
    height: number;
    duration: number;
    frames: number | null;
    has_audio: boolean;
  } | null;
}

/** What a job can do where there are files. */
export interface PlatformJob {
  /** Downloads its video, or one of its images, to a path; only a whole file gets the name. */
  download(path: Path, options?: ImageDownloadOptions): Promise<Download>;
  /**
   * Downloads all its videos or images, one after the other. `{n}` in the name stands for the
   * number of each, from 1; without it, the second is `cat-2.mp4` beside `cat.mp4`.
   */
  downloadAll(path: Path, options?: DownloadOptions): Promise<Download[]>;
}

/** What can be done with videos where there are files. */
export interface PlatformVideos {
  /**
   * Downloads a finished job's video to a path; only a whole file gets the name.
   *
   * @example
   * ```js
   * const { bytes, video } = await client.videos.download(job, "cat.mp4");
   * ```
   */
  download(job: JobFields | string, path: Path, options?: ImageDownloadOptions): Promise<Download>;
  /** Downloads all of a finished job's videos; see `job.downloadAll`. */
  downloadAll(job: JobFields | string, path: Path, options?: DownloadOptions): Promise<Download[]>;
}

/** What can be done with images where there are files. */
export interface PlatformImages {
  /** Downloads all of a finished job's images; see `job.downloadAll`. */
  downloadAll(job: JobFields, path: Path, options?: DownloadOptions): Promise<Download[]>;
  /** Downloads one of a finished job's images to a path. */
  download(job: JobFields, path: Path, options?: ImageDownloadOptions): Promise<Download>;
}

/** What a client can do where there are files. */
export interface PlatformClient {
  /**
   * Downloads the picture or video at an address, with all that a job's download does: a
   * thumbnail, or what a chat answered.
   */
  download(url: string | URL, path: Path, options?: DownloadOptions): Promise<Download>;
}
