/**
 * Draws the icon: a speech bubble with a pause sign. Run once after a change;
 * the PNGs are committed. Own drawing, no logo of anybody.
 *
 *   node icons/draw.mjs
 */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const BUBBLE = [11, 95, 102];
const PAUSE = [255, 255, 255];
const SAMPLES = 8;

const inRounded = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
};
/** Coordinates run from 0 to 1. */
const inBubble = (x, y) =>
  inRounded(x, y, 0.04, 0.06, 0.96, 0.8, 0.2) || (y >= 0.76 && y <= 0.97 && x >= 0.22 && x <= 0.48 - (y - 0.76) * 1.15);
const inPause = (x, y) =>
  inRounded(x, y, 0.32, 0.23, 0.44, 0.63, 0.05) || inRounded(x, y, 0.56, 0.23, 0.68, 0.63, 0.05);

function pixels(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
        if (!inBubble(x, y)) continue;
        covered++;
        const colour = inPause(x, y) ? PAUSE : BUBBLE;
        for (let part = 0; part < 3; part++) sum[part] += colour[part];
      }
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let part = 0; part < 3; part++) rows[at + part] = covered === 0 ? 0 : Math.round(sum[part] / covered);
      rows[at + 3] = Math.round((covered / (SAMPLES * SAMPLES)) * 255);
    }
  }
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

for (const size of [16, 32, 48, 128]) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels(size), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  writeFileSync(join(here, `${size}.png`), png);
}
