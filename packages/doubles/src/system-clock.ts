/** The machine's own time, for a double nobody gave a clock to. */
export const systemClock: { now(): number } = { now: () => Date.now() };
