import { ClientSecretCredential, WorkloadIdentityCredential } from '@azure/identity';
import { toTokenError } from './token-refused.ts';

export type GraphCredential = {
  tenantId: string;
  clientId: string;
  /** Without a secret the workload's own identity is used (federated token file of the cluster). */
  clientSecret?: string | undefined;
};

const SCOPE = 'https://graph.microsoft.com/.default';

/**
 * Tokens for the program itself (application permissions), kept until shortly before they expire. Throws TokenRefused
 * when the credential is not accepted.
 */
export function createGraphToken({ tenantId, clientId, clientSecret }: GraphCredential): () => Promise<string> {
  // The queue of effects tries again; a second layer of tries here would only make it wait longer for an answer.
  const retryOptions = { maxRetries: 0 };
  const credential = clientSecret
    ? new ClientSecretCredential(tenantId, clientId, clientSecret, { retryOptions })
    : new WorkloadIdentityCredential({ tenantId, clientId, retryOptions });
  return async () => {
    try {
      return (await credential.getToken(SCOPE)).token;
    } catch (error) {
      throw toTokenError(error);
    }
  };
}
