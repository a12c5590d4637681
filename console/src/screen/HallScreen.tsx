import { useState } from 'react';
import { pairedToken } from './device.ts';
import { Pairing } from './Pairing.tsx';
import { Wall } from './Wall.tsx';

/** Paired: the wall. Not paired, or no longer: the place to type the one-time code. */
export function HallScreen() {
  const [token, setToken] = useState(pairedToken);
  const [revoked, setRevoked] = useState(false);
  if (token === null) return <Pairing revoked={revoked} onPaired={(fresh) => { setRevoked(false); setToken(fresh); }} />;
  return <Wall token={token} onRevoked={() => { setRevoked(true); setToken(null); }} />;
}
