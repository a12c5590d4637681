/** One measured line. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it should reach */
  reach: string;
  ok: boolean;
  /** What it was measured beside, and on what. */
  note: string;
}
