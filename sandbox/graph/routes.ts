import type { GraphHandler } from './request.ts';

/** Method as restify calls it, address below `/v1.0`, and what answers. */
export type Route = [method: 'get' | 'post' | 'patch' | 'del', path: string, handler: GraphHandler];
