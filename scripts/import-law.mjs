/** npm run law — who may import whom, over the whole tree. */
import { inHouse, PINNED_NODE } from './kit/house.mjs';
import { run } from './kit/run.mjs';

const TREES = ['cloud-api/src', 'console/src', 'miniapp/src', 'packages/shared/src', 'packages/doubles/src'];

const result = await run(PINNED_NODE, [inHouse('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', inHouse('.dependency-cruiser.mjs'), '--output-type', 'err-long', ...TREES]);
process.stdout.write(result.output);
process.exit(result.code);
