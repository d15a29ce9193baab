// Which server makes the video, and what is said of it.

import { element, show } from "../parts.js";

/** Where a simulator has each API. */
const PATHS = { sora: "backend", openai: "openai" };
/** Where `sorakit simulate` has it, unless told otherwise. */
const SIMULATOR = "http://127.0.0.1:8787";

/**
 * Wires its fields up. `npm run dev` names its simulator after `#` in the page's address, with what
 * that accepts.
 */
export function wireServer(form) {
  const { dialect, base_url, access_token, api_key } = form.elements;
  const given = new URLSearchParams(location.hash.slice(1));
  const simulator = given.get("simulator") ?? SIMULATOR;
  access_token.value = given.get("access_token") ?? "";
  api_key.value = given.get("api_key") ?? "sk-simulator-first-run";
  const own = () => `${simulator}/${PATHS[dialect.value]}`;
  let filled = (base_url.value = own());

  const tell = () => {
    show(element("server"), [dialect.value]);
    element("where").textContent = where(base_url.value, given.has("simulator") && base_url.value === own());
  };
  dialect.addEventListener("change", () => {
    // What somebody typed stays; what stands there by itself follows the API.
    if (base_url.value === filled) filled = base_url.value = own();
    tell();
  });
  base_url.addEventListener("input", tell);
  tell();

  /** What a client of an API identifies itself with. */
  const credential = (api) =>
    api === "sora" ? { access_token: access_token.value } : { api_key: api_key.value };
  /** Options for a client of the server. */
  const options = () => ({
    dialect: dialect.value,
    base_url: base_url.value,
    ...credential(dialect.value),
    poll_interval: isHere(base_url.value) ? 0.25 : 2,
  });
  return { credential, options };
}

/** Where a prompt goes. That nothing leaves the machine is said only of a simulator on it. */
function where(base_url, isSimulator) {
  if (!URL.canParse(base_url)) return "";
  const { host } = new URL(base_url);
  if (!isHere(base_url)) return `Prompt, image and credential go to ${host}.`;
  if (isSimulator) return "Made by a simulator on this machine; nothing leaves it.";
  return `Made by the server at ${host} on this machine.`;
}

/** Whether an address is one of this machine. */
function isHere(base_url) {
  if (!URL.canParse(base_url)) return false;
  const { hostname } = new URL(base_url);
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
