-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "fromAfar" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'IN_ROOM',
ADD COLUMN     "joinUrlSealed" TEXT,
ADD COLUMN     "noLink" TEXT;

-- A move that is prepared goes where the meeting is, unless another place was chosen for it.
UPDATE "MeetingMove" SET "placeId" = NULL FROM "Meeting"
WHERE "Meeting"."id" = "MeetingMove"."meetingId" AND "MeetingMove"."movedAt" IS NULL
  AND "MeetingMove"."placeId" IS NOT DISTINCT FROM "Meeting"."placeId";
