import { Column, PrimaryColumn, VersionColumn, type ColumnOptions } from 'typeorm';

/** MySQL hands 64-bit integers back as text or numbers, depending on the path; instants are always numbers here. */
const toNumber = { to: (value: unknown) => value, from: (value: unknown) => (value === null || value === undefined ? value : Number(value)) };
const toBoolean = { to: (value: unknown) => (value === null || value === undefined ? value : value ? 1 : 0), from: (value: unknown) => (value === null || value === undefined ? value : Number(value) === 1) };
const toJson = { to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)), from: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) };

export const Id = (name = 'id') => PrimaryColumn({ name, type: 'varchar', length: 36 });
export const Ref = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'varchar', length: 36, ...options });
export const Text = (name: string, length: number, options: ColumnOptions = {}) => Column({ name, type: 'varchar', length, ...options });
export const LongText = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'text', ...options });
export const Integer = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'integer', ...options });
/** Stored 0 or 1. */
export const Flag = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'integer', transformer: toBoolean, ...options });
/** Epoch milliseconds. */
export const InstantColumn = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'bigint', transformer: toNumber, ...options });
/** A whole number that may pass two thousand million, such as fen. */
export const BigInteger = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'bigint', transformer: toNumber, ...options });
/** `YYYY-MM-DD`, Asia/Shanghai. */
export const DayColumn = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'varchar', length: 10, ...options });
/** Structured data nobody searches in. */
export const Json = (name: string, options: ColumnOptions = {}) => Column({ name, type: 'text', transformer: toJson, ...options });
/** Grows by one at every save; writes carry the one they saw. */
export const Version = () => VersionColumn({ name: 'version', type: 'integer' });
