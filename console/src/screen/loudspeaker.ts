import { chineseVoice, hear, next, silence, tried } from './voice.view.ts';
import type { BoardCallView } from '@hall/shared/api/views';

/** `asleep`: the browser waits for a first touch. `speaking`: chime and words. `chiming`: no Chinese voice, two chimes. */
export type Loudness = 'asleep' | 'speaking' | 'chiming';

const CHIME_SECONDS = 1.3;
/** A voice that has not begun after this long never will: some browsers list voices that cannot speak. */
const MUST_START_MS = 2_500;
const MUST_END_MS = 15_000;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Two soft bell tones, made here: no sound file to fetch. */
function chime(context: AudioContext): Promise<void> {
  for (const [at, pitch] of [[0, 659.25], [0.42, 523.25]] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + at;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.5, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.9);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 1);
  }
  return pause(CHIME_SECONDS * 1_000);
}

/** Says one sentence; answers whether the voice really began. */
function speak(text: string, voice: SpeechSynthesisVoice): Promise<boolean> {
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    let begun = false;
    const limits = [setTimeout(() => { if (!begun) finish(); }, MUST_START_MS), setTimeout(() => finish(), MUST_END_MS)];
    const finish = () => {
      limits.forEach(clearTimeout);
      if (!begun) speechSynthesis.cancel();
      resolve(begun);
    };
    words.onstart = () => { begun = true; };
    words.onend = finish;
    words.onerror = finish;
    speechSynthesis.speak(words);
  });
}

/** The screen's voice: takes boards, says each new call once, one after the other. */
export class Loudspeaker {
  #queue = silence;
  #context: AudioContext | null = null;
  #busy = false;
  #loudness: Loudness = 'asleep';
  readonly #onChange: (loudness: Loudness) => void;

  constructor(onChange: (loudness: Loudness) => void) {
    this.#onChange = onChange;
    // A kiosk browser may allow sound without a touch: then nothing needs to be asked.
    void this.wake();
  }

  /** To be called from a touch: browsers give sound only after one. */
  async wake(): Promise<void> {
    this.#context ??= new AudioContext();
    void this.#context.resume();
    await pause(150);
    if (this.#context.state !== 'running') return;
    this.#become(chineseVoice(this.#voices()) ? 'speaking' : 'chiming');
    if ('speechSynthesis' in window) speechSynthesis.onvoiceschanged = () => this.#become(chineseVoice(this.#voices()) ? 'speaking' : 'chiming');
  }

  /** Chime and words, so that whoever set the screen up hears how a call will sound; without a voice, the two chimes. */
  async try(words: string): Promise<void> {
    await this.wake();
    this.#queue = tried(this.#queue, words);
    void this.#go();
  }

  hear(calls: readonly BoardCallView[], now: number): void {
    this.#queue = hear(this.#queue, calls, now);
    void this.#go();
  }

  #voices = (): SpeechSynthesisVoice[] => ('speechSynthesis' in window ? speechSynthesis.getVoices() : []);

  #become(loudness: Loudness): void {
    this.#loudness = loudness;
    this.#onChange(loudness);
  }

  async #go(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (;;) {
      const { say, rest } = next(this.#queue);
      if (!say) break;
      this.#queue = rest;
      if (this.#loudness === 'asleep' || !this.#context) continue;
      await chime(this.#context);
      const voice = chineseVoice(this.#voices());
      if (!voice || !(await speak(say.text, voice))) {
        this.#become('chiming');
        await chime(this.#context);
      } else this.#become('speaking');
    }
    this.#busy = false;
  }
}
