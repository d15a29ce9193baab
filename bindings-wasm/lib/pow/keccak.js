// SHA3-512 in plain JavaScript: what is used where WebAssembly is off, and for
// challenges that are solved before a worker would have started. A 64-bit lane
// is two 32-bit words, the low one first.

/** Bytes that a block holds. */
export const RATE = 72;

const ROUND_CONSTANTS = roundConstants();
// The lanes in the order in which rho and pi carry them round, and how far each turns.
const [STEPS, TURNS] = steps();

/** Adds a block of bytes to a state of 50 words, and permutes it. */
export function absorb(state, bytes, from) {
  for (let word = 0, at = from; word < RATE / 4; word += 1, at += 4) {
    state[word] ^=
      bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
  }
  permute(state);
}

// Five lanes, with their neighbours again at the ends, so that no index wraps round.
const columns = new Int32Array(14);
const row = new Int32Array(14);

function permute(s) {
  for (let round = 0; round < 24; round += 1) {
    for (let x = 0; x < 10; x += 1) {
      columns[x + 2] = s[x] ^ s[x + 10] ^ s[x + 20] ^ s[x + 30] ^ s[x + 40];
    }
    columns[0] = columns[10];
    columns[1] = columns[11];
    columns[12] = columns[2];
    columns[13] = columns[3];
    for (let x = 0; x < 10; x += 2) {
      const low = columns[x + 4];
      const high = columns[x + 5];
      const lowChange = columns[x] ^ ((low << 1) | (high >>> 31));
      const highChange = columns[x + 1] ^ ((high << 1) | (low >>> 31));
      for (let y = x; y < 50; y += 10) {
        s[y] ^= lowChange;
        s[y + 1] ^= highChange;
      }
    }
    let low = s[2];
    let high = s[3];
    for (let step = 0; step < 24; step += 1) {
      const lane = STEPS[step];
      const turn = TURNS[step];
      const back = 32 - (turn & 31);
      // No lane turns by a multiple of 32, which these shifts could not do.
      const first = (low << turn) | (high >>> back);
      const second = (high << turn) | (low >>> back);
      low = s[lane];
      high = s[lane + 1];
      s[lane] = turn < 32 ? first : second;
      s[lane + 1] = turn < 32 ? second : first;
    }
    for (let y = 0; y < 50; y += 10) {
      for (let x = 0; x < 10; x += 1) row[x] = s[y + x];
      for (let x = 0; x < 4; x += 1) row[x + 10] = row[x];
      for (let x = 0; x < 10; x += 1) s[y + x] ^= ~row[x + 2] & row[x + 4];
    }
    s[0] ^= ROUND_CONSTANTS[2 * round];
    s[1] ^= ROUND_CONSTANTS[2 * round + 1];
  }
}

function steps() {
  const lanes = new Uint8Array(24);
  const turns = new Uint8Array(24);
  for (let step = 0, x = 1, y = 0; step < 24; step += 1) {
    turns[step] = (((step + 1) * (step + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
    lanes[step] = 2 * (x + 5 * y);
  }
  return [lanes, turns];
}

/** From the linear feedback shift register of the standard (FIPS 202, §3.2.5). */
function roundConstants() {
  const words = new Int32Array(48);
  for (let round = 0, register = 1; round < 24; round += 1) {
    for (let power = 0; power < 7; power += 1) {
      const bit = 2 ** power - 1;
      if (register & 1) words[2 * round + (bit >> 5)] ^= 1 << (bit & 31);
      register = register & 0x80 ? ((register << 1) ^ 0x171) : register << 1;
    }
  }
  return words;
}
