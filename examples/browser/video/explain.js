// What an error means to somebody who has this page before them, and can change its fields.

const TITLES = {
  send: "The video was not begun",
  generate: "The video was not made",
  download: "The video did not arrive",
};

/** The fields of the form that hold an option of the client or of a request. */
const FIELDS = {
  base_url: "base_url",
  access_token: "access_token",
  api_key: "api_key",
  prompt: "prompt",
  references: "image",
};

/** Where a credential is typed, by API. */
const CREDENTIALS = { sora: "access_token", openai: "api_key" };
const NAMES = { access_token: "access token", api_key: "API key" };

/** What to do about a kind of error. */
const ADVICE = {
  blocked: () => "Something before the server turned the request away. Try later, or from another network.",
  region: () => "The server does not serve this country.",
  quota_exhausted: () => "The account has used up what it may make. Wait until that is reset.",
  rate_limited: () => "The server takes no more requests for now. Wait a moment, then make it again.",
  too_many_jobs: () => "The account has as many videos in the making as it may. Wait until one is done.",
  overloaded: () => "The server is busy. Make it again in a moment.",
  content_policy: () => "The server refuses what the prompt or the image shows. Change them, and make it again.",
  generation_failed: () => "The server could not make it. Change the prompt, or make it again.",
  not_found: () => "The server does not know this. Check the base URL and the API under “Server”.",
  account_setup: () => "The account has to be set up first, where it was opened.",
  server: (step) => `The server has a fault of its own. ${again(step)}`,
  timeout: (step) => `It took too long. ${again(step)}`,
  unsupported: () => "This API cannot do that in a browser. Choose another under “Server”.",
  sentinel: () => "The server does not take this browser's proof of work. Reload the page, or choose the other API under “Server”.",
  proof_of_work: () => "This browser found no answer to the server's challenge in time. Close other tabs, and make it again.",
};

/**
 * A title, what to do, the field that is at fault, if one is, and what the error said; `over` where
 * the job itself has ended, so that there is nothing to go on with.
 */
export function explain(error, step, { dialect, base_url }) {
  const credential = CREDENTIALS[dialect];
  const over = step === "generate" && ["content_policy", "generation_failed", "not_found"].includes(error.kind);
  const said = { title: TITLES[step], message: error.message, over, field: FIELDS[error.field] };
  switch (error.kind) {
    case "authentication":
    case "permission": {
      const advice = `The server does not accept the ${NAMES[credential]}. Check it under “Server”.`;
      return { ...said, advice, field: credential };
    }
    case "connection":
      return { ...said, advice: unreachable(base_url) };
    case "outcome_unknown": {
      const title = "It is not known whether the video was begun";
      const look = "If it did take the video, it is in its list: look there before you make it again.";
      return { ...said, title, advice: `${unreachable(base_url)} ${look}`, field: "base_url" };
    }
    default: {
      const advice = said.field ? "Correct the marked field." : (ADVICE[error.kind]?.(step) ?? again(step));
      return { ...said, advice };
    }
  }
}

/** A page is told nothing of why there was no answer. */
function unreachable(base_url) {
  if (!navigator.onLine) return "This browser is offline. Connect it, and try again.";
  const { origin } = new URL(base_url);
  return `No answer came from ${origin}. Check that a server runs there and lets pages in (CORS), or name another under “Server”.`;
}

function again(step) {
  return step === "send" ? "Make it again in a moment." : "Nothing is lost: resume it in a moment.";
}
