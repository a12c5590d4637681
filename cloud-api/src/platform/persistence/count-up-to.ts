import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Counts what a query finds, but no further than `most`: a list of ten years is not walked through to print a number. The query's rows must be one entity's, each once. */
export async function countUpTo<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, most: number): Promise<number> {
  const [sql, parameters] = query.clone().select(`${query.alias}.id`, 'id').orderBy().limit(most).getQueryAndParameters();
  const [row] = await query.dataSource.query<[{ n: number | string }]>(`SELECT COUNT(*) AS n FROM (${sql}) AS counted`, parameters);
  return Number(row.n);
}
