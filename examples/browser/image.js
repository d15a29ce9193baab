// A picture as a video's first frame.

/** The sizes of videos, by orientation. */
export const SIZES = { landscape: [1280, 720], portrait: [720, 1280] };

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
