/**
 * An icon as an address that stays text: it shrinks on the way to the phone, which base64 does not. Only its shape counts,
 * because it is used as a mask.
 */
export function iconUrl(content: string | Buffer): string {
  const shape = String(content).replace(/<!--[\s\S]*?-->/g, '').replace(/\s+class="[^"]*"/, '').replace(/\s+/g, ' ').replace(/> </g, '><').trim()
  return `data:image/svg+xml,${shape.replace(/"/g, "'").replace(/[%#<>]/g, (sign) => encodeURIComponent(sign))}`
}
