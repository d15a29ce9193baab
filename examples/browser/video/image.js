// A picture as a video's first frame.

/** The sizes of videos, by orientation. */
export const SIZES = { landscape: [1280, 720], portrait: [720, 1280] };

/** The size of an image. Rejects where the browser cannot open it, and says what to choose. */
export async function checkImage(file) {
  if (file.size === 0) throw new Error(`${file.name} is empty. Choose a PNG, JPEG or WebP image.`);
  let image;
  try {
    image = await createImageBitmap(file);
  } catch {
    throw new Error(`${file.name} is no image that this browser can open. Choose a PNG, JPEG or WebP image.`);
  }
  const { width, height } = image;
  image.close();
  return { width, height };
}

/** An image in the size of a video: scaled to cover it, and cut at its edges. */
export async function firstFrame(file, orientation) {
  const [width, height] = SIZES[orientation];
  const image = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(width, height);
  const scale = Math.max(width / image.width, height / image.height);
  const [wide, high] = [image.width * scale, image.height * scale];
  canvas.getContext("2d").drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high);
  image.close();
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new File([blob], "first-frame.png", { type: blob.type });
}
