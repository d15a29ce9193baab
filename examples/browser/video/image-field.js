// The field for the first frame: a file is looked at when it is chosen, and shown or refused.

import { element } from "../parts.js";
import { SIZES, checkImage } from "./image.js";

/** Wires it up; `file` is the chosen image, if there is one. */
export function wireImage(form) {
  const input = element("image");
  const preview = element("preview");
  const image = { file: null };
  let last;

  const take = (file, said) => {
    URL.revokeObjectURL(preview.src);
    image.file = file;
    element("chosen").hidden = !file;
    element("image-said").textContent = said;
    if (file) preview.src = URL.createObjectURL(file);
    else preview.removeAttribute("src");
  };
  const fits = () => {
    const [width, height] = SIZES[form.elements.orientation.value];
    preview.style.aspectRatio = `${width} / ${height}`;
  };

  input.addEventListener("change", async () => {
    const [file] = input.files;
    const turn = (last = {});
    input.removeAttribute("aria-invalid");
    if (!file) return take(null, "");
    try {
      const { width, height } = await checkImage(file);
      if (turn === last) take(file, `${width} × ${height}, cut to the video's shape`);
    } catch (error) {
      if (turn !== last) return;
      input.value = "";
      input.setAttribute("aria-invalid", "true");
      take(null, error.message);
    }
  });
  element("remove").addEventListener("click", () => {
    input.value = "";
    take(null, "");
    input.focus();
  });
  form.addEventListener("change", fits);
  fits();
  return image;
}
