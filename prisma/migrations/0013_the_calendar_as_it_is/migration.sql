-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "allDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "inCalendarSealed" TEXT,
ADD COLUMN     "placeChanged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stray" TEXT,
ADD COLUMN     "timeSetAt" TIMESTAMPTZ(3),
ADD COLUMN     "unread" TEXT;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[];
