// A picture that the browser makes, as a user's file.

export async function picture(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 900);
    const context = canvas.getContext("2d");
    const sky = context.createLinearGradient(0, 0, 0, 900);
    sky.addColorStop(0, "#2456c9");
    sky.addColorStop(1, "#ffd8a8");
    context.fillStyle = sky;
    context.fillRect(0, 0, 900, 900);
    const blob = await canvas.convertToBlob({ type: "image/jpeg" });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  return { name: "sky.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}
