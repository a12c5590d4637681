/** Whether the database refused a row because its unique key is taken, in the words of either engine. */
export function isUniqueViolation(error: unknown): boolean {
  const { errno, code, driverError } = error as { errno?: number; code?: string; driverError?: { errno?: number; code?: string } };
  return (driverError?.errno ?? errno) === 1062 || (driverError?.code ?? code) === 'SQLITE_CONSTRAINT_UNIQUE';
}

const TRIES = 3;

/**
 * Runs the step again with fresh eyes when somebody else has just taken a key it had found free; the new attempt sees
 * their row and gives the exact refusal.
 */
export async function retryingOnTakenKey<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (attempt >= TRIES || !isUniqueViolation(error)) throw error;
    }
  }
}
