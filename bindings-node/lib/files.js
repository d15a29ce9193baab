// Files among the parameters of a call.

import { cancelled } from "./calls.js";
import { plain } from "./plain.js";

/**
 * The parameters as JSON can hold them. Each file is put into `files`, and its
 * number into its place. `standing(value)` is what stands for a value that is no plain one.
 */
export function withoutFiles(backend, value, files, operation, standing = () => undefined) {
  return plain(value, operation, (value) => {
    const stands = standing(value);
    if (stands !== undefined) return stands;
    if (backend.isFile(value)) return attachment(files, value, value.name);
    if (backend.files && Object.keys(value).join() === "path" && typeof value.path === "object") {
      const path = backend.path(value.path);
      if (path !== undefined) return { attachment: files.push({ path }) - 1 };
    }
    if (backend.isFile(value.data)) return attachment(files, value.data, value.filename);
    return undefined;
  });
}

function attachment(files, data, filename) {
  const number = files.push({ data, filename: filename ?? data.name ?? "file" }) - 1;
  return { attachment: number };
}

/** The files as the backend takes them. */
export async function loaded(backend, files, operation, signal) {
  const attachments = [];
  try {
    for (const { data, filename, path } of files) {
      if (path !== undefined) attachments.push({ rawPath: Buffer.from(path) });
      else attachments.push(await backend.loadFile(data, filename, signal));
    }
    return attachments;
  } catch (error) {
    await backend.removeFiles(attachments);
    throw signal?.aborted ? cancelled(signal, operation) : error;
  }
}
