-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "liftedOn" DATE,
ADD COLUMN     "liftedRefSealed" TEXT,
ADD COLUMN     "liftedRole" TEXT;
