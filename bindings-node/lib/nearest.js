// What somebody may have meant.

/** The name that is spelt nearly as `given`, when there is one. */
export function nearest(given, names) {
  const plain = (text) => text.replaceAll(/[_-]/g, "").toLowerCase();
  let found;
  for (const name of names) {
    const steps = distance(plain(given), plain(name));
    if (steps <= 2 && steps * 3 <= name.length && !(found?.steps <= steps)) found = { name, steps };
    // What was meant with its unit: `timeoutMs`.
    else if (!found && name.length > 3 && plain(given).startsWith(plain(name))) found = { name, steps: 3 };
  }
  return found?.name;
}

/** How many letters were added, left out, exchanged or swapped with the next. */
function distance(one, other) {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + (same ? 0 : 1),
        swapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
    }
  }
  return rows[one.length][other.length];
}

/** What is said of a name that is no option. */
export function unknownOption(name, accepted) {
  const meant = nearest(name, accepted);
  const all = `there is ${accepted.join(", ")}`;
  return meant ? `is no option; did you mean \`${meant}\`? (${all})` : `is no option; ${all}`;
}
