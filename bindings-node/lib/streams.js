// What comes piece by piece.

import { cancelled, guarded, toError } from "./calls.js";
import { parsed } from "./plain.js";

/** Values as they come; what sends them ends with the loop. */
export async function* pieces(backend, source, operation, signal, job_id) {
  try {
    for (;;) {
      const text = await guarded(backend, signal, operation, (token) => source.next(token), job_id);
      if (text === null || text === undefined) return;
      yield parsed(text);
    }
  } finally {
    source.close();
  }
}

/** Every thing of a list that comes in pages. */
export async function* pages(list, params = {}, options = {}) {
  let cursor = params.cursor;
  do {
    const page = await list({ ...params, cursor }, options);
    yield* page.items;
    cursor = page.next;
  } while (cursor);
}

/** A stream that reads only what is asked for, with what is known of the file. */
export function readable(backend, reader, operation, signal, job_id) {
  let token;
  let abort;
  const end = () => {
    signal?.removeEventListener("abort", abort);
    token?.cancel();
    reader.close();
  };
  const source = {
    start(controller) {
      abort = () => {
        controller.error(cancelled(signal, operation, job_id));
        end();
      };
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    },
    async pull(controller) {
      token = backend.cancelToken();
      let chunk;
      try {
        chunk = await reader.next(token);
      } catch (reason) {
        end();
        throw toError(reason);
      }
      if (chunk !== null && chunk !== undefined) {
        controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
        return;
      }
      end();
      controller.close();
    },
    cancel: end,
  };
  const stream = new ReadableStream(source, { highWaterMark: 0 });
  return Object.assign(stream, {
    length: reader.length ?? null,
    start: reader.start,
    end: reader.end ?? null,
    media_type: reader.mediaType ?? null,
  });
}

/** A stream's bytes, in one piece. */
export async function collect(backend, stream) {
  return backend.bytes(await new Response(stream).arrayBuffer());
}
