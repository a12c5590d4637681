import type { FormEvent } from 'react';
import { useState } from 'react';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';
import { CodeRefused, pair } from './device.ts';

const SHORTEST_CODE = 6;

/** Types the one-time code that an administrator made for this screen. */
export function Pairing({ revoked, onPaired }: { revoked: boolean; onPaired: (token: string) => void }) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(revoked ? copy.revoked : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      onPaired(await pair(code));
    } catch (error) {
      setFault(error instanceof CodeRefused ? copy.pairWrong : copy.pairNetwork);
      setBusy(false);
    }
  };
  return (
    <form className="pairing" onSubmit={submit} data-testid="pairing">
      <h1>{copy.pairTitle}</h1>
      <p>{copy.pairLead}</p>
      <input value={code} onChange={(event) => setCode(event.target.value.toUpperCase().replace(/[^0-9A-Z]/g, ''))} maxLength={8} autoFocus aria-label={copy.pairCode} placeholder={copy.pairCode} data-testid="pairing-code" />
      <p className="fault" role="alert">{fault}</p>
      <button type="submit" disabled={busy || code.length < SHORTEST_CODE} data-testid="pairing-submit">{copy.pair}</button>
    </form>
  );
}
