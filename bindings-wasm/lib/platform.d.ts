// What only the package for browsers has of the client.

import type { ImageOptions } from "./index.js";
import type { CallOptions, Job as JobFields, Options } from "./types.js";

/** Options that a browser cannot honour: it keeps files, cookies and its network to itself. */
type Impossible =
  | "ca_file"
  | "connect_timeout"
  | "credential_file"
  | "credential_proxy"
  | "proxy"
  | "sentinel_proxy"
  | "session_token";

/** Every other option. The `profile` is this browser's; what is given of it is put over that. */
export interface PlatformOptions extends Partial<Omit<Options, Impossible>> {}

/** What a job can do in a browser. */
export interface PlatformJob {
  /** Its video, or one of its images, as a `Blob` with its media type. */
  blob(options?: ImageOptions): Promise<Blob>;
}

/** What can be done with videos in a browser. */
export interface PlatformVideos {
  /** A finished job's video as a `Blob` with its media type, for `URL.createObjectURL`. */
  blob(job: JobFields | string, options?: CallOptions): Promise<Blob>;
}

/** What can be done with images in a browser. */
export interface PlatformImages {
  /** One of a finished job's images as a `Blob` with its media type. */
  blob(job: JobFields, options?: ImageOptions): Promise<Blob>;
}

/** What a client can do in a browser. */
export interface PlatformClient {
  /** The picture or video at an address as a `Blob` with its media type. */
  blob(url: string | URL, options?: CallOptions): Promise<Blob>;
}
