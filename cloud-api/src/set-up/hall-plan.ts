import 'reflect-metadata';
import { Type, plainToInstance } from 'class-transformer';
import { ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, Min, MinLength, ValidateNested, validateSync, type ValidationError } from 'class-validator';
import { ROLE_LABELS, rolesConflict, type StaffRole } from '@hall/shared/identity/permissions';

const ROLES = Object.keys(ROLE_LABELS) as StaffRole[];

export class WindowPlan {
  @IsString() @MinLength(1) @MaxLength(20) label: string;
  /** Ids of the matters handled here, for example `enrolment`. */
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) skills: string[];
}

export class StaffPlan {
  @Matches(/^[a-z][a-z0-9._-]{1,39}$/) userName: string;
  @IsString() @MinLength(1) @MaxLength(40) name: string;
  @IsString() @MaxLength(20) badgeNumber: string;
  @IsString() @MaxLength(40) post: string;
  /** Position in `departments`, from 0. */
  @IsInt() @Min(0) department: number;
  @IsArray() @ArrayMinSize(1) @IsIn(ROLES, { each: true }) roles: StaffRole[];
}

/** A hall as it is set up for the first time: who and what is there. */
export class HallPlan {
  @IsString() @MinLength(2) @MaxLength(80) name: string;
  @Matches(/^\d{6}$/) areaCode: string;
  @IsString() @MaxLength(120) address: string;
  @IsString() @MaxLength(30) phone: string;
  @IsString() @MaxLength(60) motto: string;
  @IsString() @MaxLength(60) smile: string;
  @Matches(/^\d{2}:\d{2}$/) openFrom: string;
  @Matches(/^\d{2}:\d{2}$/) openTo: string;
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) departments: string[];
  /** In the order of `departments`; an empty one, or none at all: the hall's own phone. */
  @IsOptional() @IsArray() @IsString({ each: true }) @MaxLength(30, { each: true }) departmentPhones?: string[];
  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => WindowPlan) windows: WindowPlan[];
  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => StaffPlan) staff: StaffPlan[];
}

const named = (errors: ValidationError[], above = ''): string[] =>
  errors.flatMap((error) => [...Object.values(error.constraints ?? {}).map((text) => `${above}${error.property}: ${text}`), ...named(error.children ?? [], `${above}${error.property}.`)]);

/** @throws Error that names every field that is wrong */
export function readHallPlan(text: string): HallPlan {
  const plan = plainToInstance(HallPlan, JSON.parse(text) as object);
  const wrong = named(validateSync(plan, { whitelist: true, forbidNonWhitelisted: true }));
  if (wrong.length === 0) wrong.push(...plan.staff.flatMap(({ roles }, at) => (rolesConflict(roles) ? [`staff.${at}.roles: an administrator holds no other role`] : [])));
  if (wrong.length > 0) throw new Error(`The hall cannot be set up from this plan:\n  ${wrong.join('\n  ')}`);
  return plan;
}
