/** For tests of rules that take a digest. Not SHA-256, but different texts give different digests, which is all a tree asks. */
export function plainDigest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of text) {
    a = Math.imul(a ^ sign.codePointAt(0)!, 2_654_435_761);
    b = Math.imul(b ^ sign.codePointAt(0)!, 1_597_334_677) ^ (a >>> 13);
  }
  return [a, b, a ^ (b << 7), b ^ (a << 5), a + b, a - b, Math.imul(a, b), ~a].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
