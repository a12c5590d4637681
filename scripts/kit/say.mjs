const started = Date.now();

/** Seconds since this command was typed, as a fixed-width column. */
const clock = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`;

/** One line of progress, Chinese first. */
export function say(chinese, english) {
  process.stdout.write(`${clock()}  ${chinese}${english ? `  ${english}` : ''}\n`);
}

/** A sentence that ends the command: what is wrong, and what to do. Exits with `code`. */
export function giveUp(chinese, english, code = 1) {
  process.stderr.write(`\n${chinese}\n${english}\n`);
  process.exit(code);
}
