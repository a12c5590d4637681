/** The hall's smile, drawn once: the small sign on every counter of the source hall. */
export function Smile({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="16" fill="var(--accent)" />
      <path d="M8.5 17.5c1.9 3.400 4.500 5 7.500 5s5.600-1.600 7.500-5" fill="none" stroke="var(--on-accent)" strokeWidth="2.600" strokeLinecap="round" />
      <circle cx="11.600" cy="11.600" r="1.900" fill="var(--on-accent)" />
      <circle cx="20.400" cy="11.600" r="1.900" fill="var(--on-accent)" />
    </svg>
  );
}
