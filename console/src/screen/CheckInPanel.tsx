import type { CheckInCodeView } from '@hall/shared/api/views';
import QRCode from 'qrcode';
import { useMemo } from 'react';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';
import { codeHolds, grouped } from './screen.view.ts';

/** The modules of a QR code as one SVG path on a grid of `size` units, without the quiet zone. */
function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return { size: modules.size, path };
}

/** The rotating code that proves a person stands in the hall, and its six digits for those who cannot scan. */
export function CheckInPanel({ checkIn, now }: { checkIn: CheckInCodeView | null; now: number }) {
  const code = codeHolds(checkIn, now) ? checkIn : null;
  const qr = useMemo(() => (code ? qrPath(code.url) : null), [code]);
  return (
    <section className="check-in" data-testid="screen-check-in">
      <h2>{copy.checkInTitle}</h2>
      <div className="qr">
        {qr ? <svg viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`} shapeRendering="crispEdges" role="img" aria-label={copy.checkInTitle}><path d={qr.path} /></svg> : <p>{copy.reconnecting}</p>}
      </div>
      {code ? <p className="digits"><small>{copy.checkInDigits}</small><b data-testid="screen-digits">{grouped(code.digits)}</b></p> : null}
    </section>
  );
}
