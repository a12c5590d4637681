import { createConnection } from 'mysql2/promise';
import { onEveryDatabase } from './on-every-database.ts';

const engines = new Set<string>();

onEveryDatabase((database) => {
  test('a test is given the address of an empty database', async () => {
    engines.add(database.name);
    if (database.name === 'embedded') {
      expect(database.url).toMatch(/^sqlite:\/.*hall\.db$/);
      return;
    }
    const connection = await createConnection(database.url);
    const [tables] = await connection.query('SHOW TABLES');
    await connection.end();
    expect(tables).toEqual([]);
  });
});

test('the embedded database is always among the engines', () => {
  expect(engines).toContain('embedded');
});
