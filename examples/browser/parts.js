// What both pages do with their parts: find them, show those of a state, and keep the focus.

export const element = (id) => document.getElementById(id);

export const number = new Intl.NumberFormat("en");

/**
 * Shows the parts of a place that belong to one of some states (`data-in` names theirs), and hides
 * the others. Where the focus was on one that is hidden now, the first of `next` that is there
 * gets it.
 */
export function show(place, states, ...next) {
  const focused = document.activeElement;
  for (const part of place.querySelectorAll("[data-in]")) {
    part.hidden = !part.dataset.in.split(" ").some((state) => states.includes(state));
  }
  if (place.contains(focused) && !isThere(focused)) next.find(isThere)?.focus();
}

/**
 * Says that a button is at work. It keeps the focus, which a disabled one would lose; what it
 * starts asks `isBusy` first.
 */
export function busy(button, is) {
  if (is) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

export const isBusy = (button) => button.ariaDisabled === "true";

/** Takes what stands after `#` in the address along to the other page. */
export function keepFragment() {
  for (const link of document.querySelectorAll("nav a")) link.hash = location.hash;
}

function isThere(part) {
  return part.checkVisibility();
}
