/** Asks the person for the second factor: true once the server has taken it, false when they would rather not. */
export type StepUpAsker = () => Promise<boolean>;

let askers: StepUpAsker[] = [];
let asking: Promise<boolean> | null = null;

/** The page stands ready to ask while it is open; the one opened last is in front. @returns how it steps back */
export function readyToAskStepUp(asker: StepUpAsker): () => void {
  askers.push(asker);
  return () => { askers = askers.filter((each) => each !== asker); };
}

/** Several requests that need the second factor at once ask for it once. Where no page can ask, it is not given. */
export function askStepUp(): Promise<boolean> {
  const asker = askers[askers.length - 1];
  if (!asker) return Promise.resolve(false);
  asking ??= asker().finally(() => { asking = null; });
  return asking;
}
