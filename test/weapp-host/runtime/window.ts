import type { PageConfig, AppConfig } from './configs.ts';

type Module = (...scope: unknown[]) => void;

/** What the page of the host finds in its window, and what it leaves there for whoever drives it. */
declare global {
  interface Window {
    weapp: { configs: Record<string, PageConfig> & { app: AppConfig }; styles: Record<string, string>; templates: Record<string, unknown>; modules: Record<string, Module> };
    /** The phone's memory and how the mini-program is entered. */
    hostBoot: { storage: Record<string, unknown>; path: string; scene: number; ahead: number; loadsPictures: boolean };
    /** Asks the world outside the phone; request and reply are JSON. */
    hostAsk: (request: string) => Promise<string>;
    /** Something arrives from outside by itself, as JSON. */
    hostHear: (news: string) => void;
    hostDrive: (order: string) => string;
  }
}
export {};
