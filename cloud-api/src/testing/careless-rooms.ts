import { Body, Controller, Get, HttpCode, Module, Post, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiBody } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ForAnyone, ForStaff } from '../platform/auth/access.ts';
import { TextField } from '../platform/http/fields.ts';

/**
 * Rooms built badly on purpose. A test puts one of them into the house and must notice: that shows that its eyes are
 * open.
 */
@Controller('staff/undecided')
class UndecidedController {
  @Get()
  read(): string {
    return 'anybody may read this';
  }
}

/** A route that says not who may use it. */
@Module({ controllers: [UndecidedController] })
export class UndecidedRoom {}

@Controller('staff/unlisted')
class UnlistedController {
  @Get()
  @ForStaff('audit.read')
  read(): string {
    return 'nobody has reviewed this';
  }
}

/** A route nobody has written into the table of who may. */
@Module({ controllers: [UnlistedController] })
export class UnlistedRoom {}

/** A route opened past the framework and so past its guard. */
@Module({})
export class BackdoorRoom implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<{ get(path: string, answer: () => string): void }>();
    server.get('/api/backdoor', () => 'open');
  }
}

class BrittleInput {
  @TextField() text: string;
}

@Controller('public/brittle')
class BrittleController {
  /** Trusts what it is given; and without a DTO class nothing checks it. */
  @Post('throws')
  @ForAnyone()
  @HttpCode(200)
  @ApiBody({ type: BrittleInput })
  throws(@Body() input: { text: string }): { length: number } {
    return { length: input.text.trim().length };
  }

  @Post('hangs')
  @ForAnyone()
  @HttpCode(200)
  @ApiBody({ type: BrittleInput })
  hangs(@Body() input: BrittleInput): Promise<never> | { text: string } {
    return /[<'%]/.test(input.text) ? new Promise(() => undefined) : { text: input.text };
  }
}

/** Routes that break, or never answer, when they are given something they did not expect. */
@Module({ controllers: [BrittleController] })
export class BrittleRoom {}

@Controller('public/spilling')
class SpillingController {
  constructor(private readonly dataSource: DataSource) {}

  @Post('error')
  @ForAnyone()
  error(@Body() input: BrittleInput): never {
    throw new Error(`cannot keep ${input.text}`);
  }

  @Post('statement')
  @ForAnyone()
  async statement(@Body() input: BrittleInput): Promise<void> {
    await this.dataSource.query('INSERT INTO nowhere (words) VALUES (?)', [input.text]);
  }
}

/** Routes that break with somebody's words in the error. */
@Module({ controllers: [SpillingController] })
export class SpillingRoom {}
