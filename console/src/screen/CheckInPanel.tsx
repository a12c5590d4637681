import type { CheckInCodeView } from '@hall/shared/api/views';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';
import { QrCode } from '../kit/qr/QrCode.tsx';
import { codeHolds, grouped } from './screen.view.ts';

/** The rotating code that proves a person stands in the hall, and its six digits for those who cannot scan. */
export function CheckInPanel({ checkIn, now }: { checkIn: CheckInCodeView | null; now: number }) {
  const code = codeHolds(checkIn, now) ? checkIn : null;
  return (
    <section className="check-in" data-testid="screen-check-in">
      <h2>{copy.checkInTitle}</h2>
      <div className="qr">{code ? <QrCode text={code.url} label={copy.checkInTitle} /> : <p>{copy.reconnecting}</p>}</div>
      {code ? <p className="digits"><small>{copy.checkInDigits}</small><b data-testid="screen-digits">{grouped(code.digits)}</b></p> : null}
    </section>
  );
}
