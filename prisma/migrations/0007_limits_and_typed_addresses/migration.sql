-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "mailKey" TEXT,
ADD COLUMN     "mailSealed" TEXT,
ADD COLUMN     "mailTyped" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Pace" (
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "presses" DOUBLE PRECISION NOT NULL,
    "words" DOUBLE PRECISION NOT NULL,
    "cases" DOUBLE PRECISION NOT NULL,
    "posts" DOUBLE PRECISION NOT NULL,
    "saidAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pace_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Participant_meetingId_mailKey_key" ON "Participant"("meetingId", "mailKey");

-- CreateIndex
CREATE INDEX "Subscription_subscriptionId_idx" ON "Subscription"("subscriptionId");

-- Written by hand

-- A row is written at each of somebody's acts: room on its page for the next version, so that its index is left alone.
ALTER TABLE "Pace" SET (fillfactor = 50);
