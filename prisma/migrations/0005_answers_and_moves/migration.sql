-- AlterTable
ALTER TABLE "Participant" ADD COLUMN     "callState" TEXT,
ADD COLUMN     "declineReason" TEXT,
ADD COLUMN     "reasonAsked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "standIn" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "MeetingMove" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "askedBy" TEXT,
    "fromStartAt" TIMESTAMPTZ(3),
    "fromEndAt" TIMESTAMPTZ(3),
    "startAt" TIMESTAMPTZ(3),
    "endAt" TIMESTAMPTZ(3),
    "placeId" TEXT,
    "lateReason" TEXT,
    "familyAgreed" BOOLEAN NOT NULL DEFAULT false,
    "movedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MeetingMove_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MeetingMove_caseId_idx" ON "MeetingMove"("caseId");

-- AddForeignKey
ALTER TABLE "MeetingMove" ADD CONSTRAINT "MeetingMove_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingMove" ADD CONSTRAINT "MeetingMove_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand

-- A move that has been made stands as it was made: the first date and each later one can always be read.
CREATE TRIGGER "keepMeetingMove" BEFORE UPDATE OR DELETE ON "MeetingMove" FOR EACH ROW WHEN (OLD."movedAt" IS NOT NULL)
  EXECUTE FUNCTION "refuseChange"();
CREATE TRIGGER "keepMeetingMoveWhole" BEFORE TRUNCATE ON "MeetingMove" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"();
