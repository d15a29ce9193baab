// A simulator for the page, and what the page is told of it.

import { startSimulator } from "../../bindings-wasm/test/support.mjs";

/** Starts one; `fragment` goes to the end of the page's address, and `control` scripts its faults. */
export async function simulator(speed) {
  const { url, credentials, control, stop } = await startSimulator(speed);
  const { access_token, api_key } = credentials;
  const fragment = `#${new URLSearchParams({ simulator: url, access_token, api_key })}`;
  return { fragment, control, stop };
}
