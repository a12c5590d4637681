import { Navigate } from 'react-router';

/** The day begins with the smile, whoever one is. */
export const Home = () => <Navigate to="/start" replace />;
