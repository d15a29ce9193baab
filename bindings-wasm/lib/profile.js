// The profile of this browser, which the client's requests and proofs of work speak for.

import { browserConfig } from "./pow/browser.js";

/** The options' `profile`: what a proof of work says of this browser, field by field. */
export function browserProfile() {
  const config = browserConfig();
  const [, hours, minutes, name] = /GMT([+-]\d\d)(\d\d)(?: \((.*)\))?/.exec(config[1]);
  return {
    user_agent: config[4],
    // The app's requests are the browser's own here.
    app_user_agent: config[4],
    language: config[7],
    languages: config[8],
    screen: config[0],
    cores: config[16],
    timezone: {
      name: name ?? "",
      offset_minutes: Number(hours) * 60 + Number(`${hours[0]}${minutes}`),
    },
    heap_limit: config[2],
    script_url: config[5],
    navigator_keys: [config[10]],
    document_keys: [config[11]],
    window_keys: [config[12]],
  };
}
