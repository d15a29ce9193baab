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

/** A file that was downloaded and checked. */
export interface Download {
  /** Where it is. */
  path: string;
  /** Its length in bytes. */
  bytes: number;
  /** What it is, by its content. */
  media_type: string;
  /** What the file itself says, when it is an MP4; `duration` is in seconds. */
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
  /** Downloads its video to a path; only a whole and checked video gets the name. */
  download(path: string, options?: DownloadOptions): Promise<Download>;
}

/** What can be done with videos where there are files. */
export interface PlatformVideos {
  /** Downloads a finished job's video to a path. */
  download(job: JobFields | string, path: string, options?: DownloadOptions): Promise<Download>;
}
