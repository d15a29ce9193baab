// Whether the borders of fields, buttons, bars and steps stand out from what they lie on, which axe
// does not look at (WCAG 2.2, 1.4.11).

/** The borders of less than 3:1. Runs in a page. */
export function thinBorders() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color) => {
    const [r, g, b] = rgba(color).slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  /** What an element lies on: the next background around it that hides what is behind. */
  const ground = (part) => {
    for (let at = part.parentElement; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgba(backgroundColor)[3] === 255) return backgroundColor;
    }
    return "white";
  };
  const thin = [];
  for (const part of document.querySelectorAll("input, select, textarea, button, .button, progress, label, li, th, td, .failure")) {
    if (!part.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(part);
    for (const side of ["Top", "Bottom", "Left"]) {
      if (parseFloat(style[`border${side}Width`]) === 0) continue;
      const color = style[`border${side}Color`];
      const ratio = contrast(color, ground(part));
      if (ratio < 3) thin.push(`${part.localName}#${part.id} ${part.className}: ${color} on ${ground(part)}: ${ratio.toFixed(2)}`);
    }
  }
  return [...new Set(thin)];
}
