import { configure } from '@testing-library/react';

// A busy machine is not a fault of the page: the limit only says when to give up.
configure({ asyncUtilTimeout: 60_000 });
