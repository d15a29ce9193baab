// Optimises a module for those who download it.

import binaryen from "binaryen";

/** What a panic calls, in the paths that the compiler writes. */
const PANICS =
  /panicking::(?!try|catch_unwind|panic_count)|::(panic_\w+|\w+_fail|\w+_failed|handle_(alloc_)?error|capacity_overflow)\b/;

/** The same in mangled names, of functions that stand in a module and are for no types. */
const MANGLED = /^_R(NC)*(N[vt])+C\w+?_(5alloc|4core|3std)\w*(panicking|panic_|_fail|handle_(alloc_)?error|capacity_overflow)/;

/**
 * A module, optimised at this level. A panic ends its instance, which has nothing to print to:
 * all that would format and report it is left out.
 */
export function optimised(bytes, features, level) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(features.reduce((all, name) => all | binaryen.Features[name], 0));
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const made = module.getFunctionByIndex(index);
    const { name } = binaryen.getFunctionInfo(made);
    if (panics(name)) binaryen.Function(made).setBody(module.unreachable());
  }
  binaryen.setOptimizeLevel(level);
  binaryen.setShrinkLevel(2);
  module.runPasses(["strip-producers", "strip-target-features"]);
  // What the first round leaves alone in a module, the second takes out.
  module.optimize();
  module.optimize();
  // Functions of one name are alike, and compress better side by side.
  module.runPasses(["reorder-functions-by-name", "strip-debug"]);
  return module.emitBinary();
}

/**
 * Whether a function of the standard library only reports a panic. Types are left out of its name:
 * what drops or polls another's value would be judged by that value's name.
 */
function panics(name) {
  if (name.endsWith("::rust_panic") || MANGLED.test(name)) return true;
  if (!/^<*(alloc|bytes|core|hashbrown|std)(\[[0-9a-f]+\])?::/.test(name)) return false;
  let path = name.replaceAll("->", "");
  for (let before; before !== path; ) {
    before = path;
    path = path.replace(/<[^<>]*>/g, "");
  }
  return PANICS.test(path);
}
