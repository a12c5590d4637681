import * as glass from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { rpxToVw, TAGS } from './elements.ts';
import { noteFault } from './ledger.ts';

/** WeChat's own renderer, set up to draw into this page. */
glass.globalOptions.throwGlobalError = false;
glass.globalOptions.writeIdToDOM = true;
glass.addGlobalWarningListener((message) => {
  // Taro's templates bind every property a component could have; ours have those that are used.
  if (!/is not a valid property/.test(message)) noteFault(`warning: ${message}`);
  return false;
});
glass.addGlobalErrorListener((error) => {
  noteFault(error);
  return false;
});

// Styles written by the logic at run time carry rpx as well.
const setAttribute = Element.prototype.setAttribute;
Element.prototype.setAttribute = function setStyledAttribute(name: string, value: string) {
  setAttribute.call(this, name, name === 'style' && typeof value === 'string' ? rpxToVw(value) : value);
};

const known = new Set<string>(TAGS);
const context = new glass.CurrentWindowBackendContext();
const drawing = {
  createElement: (tag: string) => document.createElement(known.has(tag) ? `wx-${tag}` : tag),
  createTextNode: (text: string) => document.createTextNode(text),
  createDocumentFragment: () => document.createDocumentFragment(),
};
(context as unknown as { document: typeof drawing }).document = drawing;
context.onEvent((target, type, detail, options) => {
  const event = new glass.Event(type, detail as object, { ...options, extraFields: { touches: [], changedTouches: [] } });
  glass.Event.dispatchEvent(target as glass.Element, event);
  return event.getEventBubbleStatus();
});

const environment = new MiniProgramEnv();
export const codeSpace = environment.createCodeSpace('main', true);
export const backend = environment.associateBackend(context);

// Ids stay as they were written, so that a test finds the element a person would.
const space = codeSpace as unknown as { prepareComponentOptions: (...given: unknown[]) => [{ idPrefixGenerator: unknown }, ...unknown[]] };
const prepare = space.prepareComponentOptions;
space.prepareComponentOptions = function withPlainIds(...given) {
  const prepared = prepare.apply(this, given);
  prepared[0].idPrefixGenerator = null;
  return prepared;
};

export type Emit = (event: string, detail: object) => void;
/** The inside of a built-in element: hears each property as it is set. */
export interface Inside { set?(name: string, value: unknown): void }
export type Make = (host: HTMLElement, emit: Emit, onTap: (heard: () => void) => void) => Inside;

interface Instance {
  data: Record<string, unknown>;
  inside?: Inside;
  $$: HTMLElement;
  triggerEvent: Emit;
  addListener(name: string, listener: () => void): void;
}

/** Defines one of WeChat's own elements. `properties` are those the host understands, with their defaults. */
export function defineBuiltin(tag: string, properties: Record<string, unknown> = {}, make?: Make): void {
  const components = codeSpace.getComponentSpace();
  const declared = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, {
    type: null, value,
    observer(this: Instance, next: unknown) {
      this.inside?.set?.(name, next);
    },
  }]));
  const definition = components.defineComponent({
    is: `wx:${tag}`,
    properties: declared as never,
    lifetimes: {
      created() {
        const self = this as unknown as Instance;
        if (!make) return;
        self.inside = make(self.$$, (event, detail) => self.triggerEvent(event, detail), (heard) => self.addListener('tap', heard));
        for (const name of Object.keys(properties)) self.inside.set?.(name, self.data[name]);
      },
    },
  });
  components.setGlobalUsingComponent(tag, definition.general());
}
