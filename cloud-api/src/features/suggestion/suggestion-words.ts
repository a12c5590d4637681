import { Injectable } from '@nestjs/common';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { SuggestionAnswer, SuggestionNote } from './suggestion-work.entity.ts';
import type { Suggestion, SuggestionStep } from './suggestion.entity.ts';

const SIGNS_OF_EXCERPT = 60;

/** People name people: every word they write lies sealed, and is opened only to be shown to whom it may be shown. */
@Injectable()
export class SuggestionWords {
  constructor(private readonly crypto: CryptoPort) {}

  seal(place: 'suggestion.text' | 'suggestion-step.words' | 'suggestion-answer.text' | 'suggestion-note.text', id: string, text: string): string {
    return this.crypto.encryptField(text, `${place}:${id}`);
  }

  text({ id, textCipher }: Pick<Suggestion, 'id' | 'textCipher'>): string {
    return this.crypto.decryptField(textCipher, `suggestion.text:${id}`);
  }

  excerpt(row: Pick<Suggestion, 'id' | 'textCipher'>): string {
    const signs = Array.from(this.text(row).replace(/\s+/g, ' '));
    return signs.length <= SIGNS_OF_EXCERPT ? signs.join('') : `${signs.slice(0, SIGNS_OF_EXCERPT).join('')}…`;
  }

  step({ id, wordsCipher }: SuggestionStep): string | null {
    return wordsCipher === null ? null : this.crypto.decryptField(wordsCipher, `suggestion-step.words:${id}`);
  }

  answer({ id, textCipher }: SuggestionAnswer): string {
    return this.crypto.decryptField(textCipher, `suggestion-answer.text:${id}`);
  }

  note({ id, textCipher }: SuggestionNote): string {
    return this.crypto.decryptField(textCipher, `suggestion-note.text:${id}`);
  }

  /** What the server keeps of a tracking code or a slip's code. @param code as `readTrackingCode` gives it */
  trackingHash(code: string): string {
    return this.crypto.mac('suggestion-track', code);
  }

  /** What it keeps of a nonce or a picture's token. */
  secretHash(secret: string): string {
    return this.crypto.mac('suggestion-secret', secret);
  }
}
