const stars = (count: number) => '*'.repeat(Math.max(0, count));

/** First three and last four characters stay: enough for a clerk to compare, not enough to use. */
export const maskCitizenId = (id: string): string =>
  id.length < 10 ? stars(id.length) : id.slice(0, 3) + stars(id.length - 7) + id.slice(-4);

/** `138****5678`. */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? stars(phone.length) : phone.slice(0, 3) + stars(phone.length - 7) + phone.slice(-4);

/** Only the last four digits stay, as banks print them: `**** 1234`. */
export const maskBankCard = (card: string): string => (card.length < 8 ? stars(card.length) : `**** ${card.slice(-4)}`);

/** First and last character stay, one star for each between; of two characters only the first: 张*, 张*明, 欧**娜. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= 1) return stars(characters.length);
  if (characters.length === 2) return `${characters[0]}*`;
  return `${characters[0]}${stars(characters.length - 2)}${characters[characters.length - 1]}`;
}
