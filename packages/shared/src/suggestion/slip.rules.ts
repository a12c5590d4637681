import { halfWidth } from '../kernel/half-width.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';

export const SLIP_LIMITS = { batches: 999, slips: 90 } as const;

/** Luhn's check figure: a mistyped or swapped figure is noticed before anybody looks it up. */
function checkFigure(figures: string): number {
  const sum = Array.from(figures).reverse().reduce((total, figure, at) => {
    const weighed = Number(figure) * (at % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** `012-037-8`: batch, slip, check figure. It stands on both halves of the slip and tells nothing of who took it. */
export function slipSerial(batch: number, slip: number): string {
  const [first, second] = [String(batch).padStart(3, '0'), String(slip).padStart(3, '0')];
  return `${first}-${second}-${checkFigure(first + second)}`;
}

/** The serial as it was typed from the slip. Code: SLIP_SERIAL_INVALID. */
export function readSlipSerial(typed: string): Verdict<string> {
  const figures = halfWidth(typed).replace(/\D/g, '');
  const serial = figures.length === 7 ? slipSerial(Number(figures.slice(0, 3)), Number(figures.slice(3, 6))) : '';
  return serial.replace(/\D/g, '') === figures && figures !== '' ? allow(serial) : refuse('SLIP_SERIAL_INVALID', '编号不对，请对照意见单再输入一次（共 7 位数字）。', 'serial');
}
