import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import type { FieldProblem } from '../errors/domain-error.ts';
import { platformErrors } from '../errors/platform.errors.ts';

/** What each check of class-validator says to a person. */
const SENTENCES: Record<string, (constraint: string) => string> = {
  isDefined: () => '这一项必须填写',
  isString: () => '这一项应当是文字',
  isInt: () => '这一项应当是整数',
  isNumber: () => '这一项应当是数字',
  isBoolean: () => '这一项应当是“是”或“否”',
  isArray: () => '这一项应当是一个列表',
  isObject: () => '这一项的格式不对',
  isIn: () => '请从给出的选项里选一个',
  matches: () => '这一项的格式不对',
  minLength: (text) => `至少要 ${/\d+/.exec(text)?.[0] ?? ''} 个字`,
  maxLength: (text) => `最多 ${/\d+/.exec(text)?.[0] ?? ''} 个字`,
  min: (text) => `不能小于 ${/-?\d+$/.exec(text)?.[0] ?? ''}`,
  max: (text) => `不能大于 ${/-?\d+$/.exec(text)?.[0] ?? ''}`,
  arrayMinSize: (text) => `至少要有 ${/\d+/.exec(text)?.[0] ?? ''} 项`,
  arrayMaxSize: (text) => `最多 ${/\d+/.exec(text)?.[0] ?? ''} 项`,
  whitelistValidation: () => '不认识这一项，请去掉',
};

function flatten(errors: ValidationError[], above: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = above ? `${above}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).slice(0, 1).map(([name, text]) => ({
      path,
      code: name.replace(/([A-Z])/g, '_$1').toUpperCase(),
      message: SENTENCES[name]?.(text) ?? '这一项填得不对',
    }));
    return [...own, ...flatten(error.children ?? [], path)];
  });
}

/**
 * class-validator gathers a class's checks anew for every object it looks at, from those of all classes. They never
 * change once the class is read, so here they are gathered once.
 */
function gatherChecksOnce(): void {
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const gathered = new Map<unknown, ReturnType<typeof gather>>();
  storage.getTargetValidationMetadatas = (target, ...rest) => {
    let checks = gathered.get(target);
    if (!checks) gathered.set(target, (checks = gather(target, ...rest)));
    return checks;
  };
}

gatherChecksOnce();

/** Refuses unknown fields and wrong types with a 400 that names each field. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true, whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true,
    exceptionFactory: (errors) => platformErrors.BAD_REQUEST({ fields: flatten(errors, '').slice(0, 50) }),
  });
