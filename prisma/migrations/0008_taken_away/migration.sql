-- DropIndex
DROP INDEX "Effect_state_idx";

-- CreateIndex
CREATE INDEX "Effect_state_endedAt_idx" ON "Effect"("state", "endedAt");

-- CreateIndex
CREATE INDEX "SeenAct_seenAt_idx" ON "SeenAct"("seenAt");
