import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';

/**
 * One decorator per field says everything about it: what is checked on the way in, and what the OpenAPI document,
 * and with it every client's types, say about it.
 */
interface Common {
  description?: string;
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  example?: unknown;
}

type Constructor = abstract new (...args: never[]) => unknown;

function field(options: Common, api: object, checks: PropertyDecorator[]): PropertyDecorator {
  const presence: PropertyDecorator[] = options.optional ? [IsOptional()] : options.nullable ? [ValidateIf((_, value) => value !== null)] : [IsDefined()];
  const described = { ...(options.description ? { description: options.description } : {}), ...(options.example !== undefined ? { example: options.example } : {}) };
  return applyDecorators(ApiProperty({ ...api, ...described, required: !options.optional, ...(options.nullable ? { nullable: true } : {}) } as ApiPropertyOptions), ...presence, ...checks);
}

export const TextField = (options: Common & { min?: number; max?: number; pattern?: RegExp } = {}): PropertyDecorator =>
  field(options, { type: String, ...(options.min ? { minLength: options.min } : {}), maxLength: options.max ?? 2000, ...(options.pattern ? { pattern: options.pattern.source } : {}) }, [
    IsString(),
    ...(options.min ? [MinLength(options.min)] : []),
    MaxLength(options.max ?? 2000),
    ...(options.pattern ? [Matches(options.pattern)] : []),
  ]);

export const IdField = (options: Common = {}): PropertyDecorator => TextField({ ...options, max: 64, pattern: /^[\w-]+$/ });
export const DayField = (options: Common = {}): PropertyDecorator => TextField({ ...options, max: 10, pattern: /^\d{4}-\d{2}-\d{2}$/ });
export const IntField = (options: Common & { min?: number; max?: number } = {}): PropertyDecorator =>
  field(options, { type: 'integer', ...(options.min !== undefined ? { minimum: options.min } : {}), ...(options.max !== undefined ? { maximum: options.max } : {}) }, [IsInt(), ...(options.min !== undefined ? [Min(options.min)] : []), ...(options.max !== undefined ? [Max(options.max)] : [])]);
/** Epoch milliseconds. */
export const InstantField = (options: Common = {}): PropertyDecorator => field({ description: 'epoch milliseconds, UTC', ...options }, { type: 'integer', format: 'int64' }, [IsNumber()]);
export const NumberField = (options: Common = {}): PropertyDecorator => field(options, { type: Number }, [IsNumber()]);
export const FlagField = (options: Common = {}): PropertyDecorator => field(options, { type: Boolean }, [IsBoolean()]);
export const ChoiceField = (choices: readonly string[], options: Common = {}): PropertyDecorator => field(options, { type: String, enum: [...choices] }, [IsIn(choices)]);
export const LevelField = (options: Common = {}): PropertyDecorator => IntField({ ...options, min: 1, max: 5 });
/** @nestjs/swagger takes a function for a lazy type only when the function is called `type`. */
const lazily = (of: () => Constructor) => ({ type: () => of() });

export const ObjectField = (of: () => Constructor, options: Common = {}): PropertyDecorator =>
  field(options, lazily(of), [IsObject(), ValidateNested(), Type(of as never)]);
export const ListField = (of: () => Constructor, options: Common & { max?: number; min?: number } = {}): PropertyDecorator =>
  field(options, { ...lazily(of), isArray: true, maxItems: options.max ?? 500 }, [IsArray(), ...(options.min ? [ArrayMinSize(options.min)] : []), ArrayMaxSize(options.max ?? 500), IsObject({ each: true }), ValidateNested({ each: true }), Type(of as never)]);
export const TextListField = (options: Common & { max?: number; maxLength?: number } = {}): PropertyDecorator =>
  field(options, { type: String, isArray: true, maxItems: options.max ?? 100 }, [IsArray(), ArrayMaxSize(options.max ?? 100), IsString({ each: true }), MaxLength(options.maxLength ?? 300, { each: true })]);
/** A map the feature's own rules check, field by field. */
export const OpenObjectField = (options: Common = {}): PropertyDecorator => field(options, { type: Object, additionalProperties: true }, [IsObject()]);
